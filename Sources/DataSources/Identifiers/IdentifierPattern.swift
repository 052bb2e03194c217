/// Kinds of identifiers whose values have a form that can be recognised.
package enum IdentifierPattern: String, Sendable, Hashable, CaseIterable {
  case email = "e-mail addresses"
  case webAddress = "web addresses"
  case internetAddress = "internet addresses of devices"
  case paymentCard = "payment card numbers"
  case bankAccount = "bank account numbers"
  case socialSecurity = "US social security numbers"
  case nationalInsurance = "UK national insurance numbers"
  case postcode = "full UK postcodes"
  case telephone = "telephone numbers"
  case fullDate = "full dates"

  /// The share of different values from which the pattern is believed.
  ///
  /// Forms that do not happen
  /// by chance are believed at once.
  package var threshold: Double {
    switch self {
    case .email, .bankAccount, .socialSecurity, .nationalInsurance: 0
    case .webAddress: 0.05
    case .paymentCard, .telephone: 0.2
    case .internetAddress, .postcode, .fullDate: 0.5
    }
  }

  /// The pattern of a trimmed text; `nil` where none is known.
  ///
  /// Forms with a check of their own come before those without one.
  package static func of(_ bytes: ArraySlice<UInt8>) -> IdentifierPattern? {
    guard bytes.count >= 3, bytes.count <= 4096 else { return nil }
    let text = IdentifierText(bytes)
    if EmailAddress.matches(text) { return .email }
    if WebAddress.matches(text) { return .webAddress }
    guard bytes.count <= 48 else { return nil }
    if InternetAddress.matches(text) { return .internetAddress }
    guard bytes.count >= 5, text.digits >= 2 else { return nil }
    if SocialSecurityNumber.matches(text) { return .socialSecurity }
    if NationalInsuranceNumber.matches(text) { return .nationalInsurance }
    if BankAccountNumber.matches(text) { return .bankAccount }
    if PaymentCardNumber.matches(text) { return .paymentCard }
    if Postcode.matches(text) { return .postcode }
    if FullDate.matches(text) { return .fullDate }
    if TelephoneNumber.matches(text) { return .telephone }
    return nil
  }
}
