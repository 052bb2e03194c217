import Archive

/// Whether a manifest is signed by the key it should be.
struct SignatureCheck {
  /// The checks.
  let checks: [BundleVerification.Check]

  init(
    _ manifest: ArchivedManifest, bytes: [UInt8], in folder: BundleFolder, expected: PublicKey?
  ) {
    let file = folder.bytes(
      of: ManifestSignature.fileName, atMost: ManifestSignature.largestFile)
    guard let stated = manifest.signingKey else {
      var checks: [BundleVerification.Check] = []
      if case .failure(.missing) = file {
        checks.append(
          BundleVerification.Check(
            id: "signature", outcome: expected == nil ? .notChecked : .failed,
            sentence: expected == nil
              ? "The release is unsigned: anyone could have written it."
              : "The release is unsigned, and a signature by the key given was asked for."))
      } else {
        checks.append(
          BundleVerification.Check(
            id: "signature", outcome: .failed,
            sentence: "There is a signature, and the manifest says that it is unsigned."))
      }
      self.checks = checks
      return
    }
    guard let key = PublicKey(Array(stated.publicKey.utf8)), key.base64 == stated.publicKey,
      key.fingerprint == stated.fingerprint
    else {
      checks = [
        BundleVerification.Check(
          id: "signature", outcome: .failed,
          sentence: "The manifest's public key and its fingerprint do not fit each other.")
      ]
      return
    }
    guard case .success(let signature) = file,
      ManifestSignature.isValid(signature, of: bytes, publicKey: key)
    else {
      checks = [
        BundleVerification.Check(
          id: "signature", outcome: .failed,
          sentence: "The manifest's signature is missing or is not one of this manifest by its key."
        )
      ]
      return
    }
    var checks = [
      BundleVerification.Check(
        id: "signature", outcome: .passed,
        sentence: "The manifest is signed by the key with the fingerprint \(key.fingerprint).")
    ]
    if let expected {
      let isSame = expected.fingerprint == key.fingerprint
      checks.append(
        BundleVerification.Check(
          id: "key", outcome: isSame ? .passed : .failed,
          sentence: isSame
            ? "That is the key given." : "That is not the key given, \(expected.fingerprint)."))
    } else {
      checks.append(
        BundleVerification.Check(
          id: "key", outcome: .notChecked,
          sentence:
            "Whose key that is was not checked: compare it with the one the publisher gives "
            + "elsewhere, or name it with --public-key."))
    }
    self.checks = checks
  }
}
