/// Headers that name something that identifies people.
package enum IdentifierLexicon {
  /// What a header says its column holds.
  package enum Meaning: String, Sendable, Hashable {
    case name = "a name"
    case email = "an e-mail address"
    case telephone = "a telephone number"
    case address = "a postal address"
    case nationalNumber = "a national, tax or passport number"
    case bankAccount = "a bank account or card"
    case birthDate = "a date of birth"
    case account = "an account, a device or a profile"
    case staffNumber = "a staff number"
  }

  /// What a header names; `nil` where no known word is found.
  package static func meaning(of header: String) -> Meaning? {
    let words = HeaderWords.split(header)
    let joined = words.joined(separator: " ")
    for (meaning, headers) in wholeHeaders where headers.contains(joined) { return meaning }
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    let triples = zip(pairs, words.dropFirst(2)).map { $0 + $1 }
    for (meaning, tokens) in telltaleWords
    where (words + pairs + triples).contains(where: tokens.contains) {
      return meaning
    }
    return nil
  }

  /// Words that identify wherever they stand in a header.
  private static let telltaleWords: [(Meaning, Set<String>)] = [
    (
      .name,
      [
        "surname", "forename", "firstname", "lastname", "fullname", "vorname", "nachname",
        "apellido", "apellidos", "prenom", "prenoms",
      ]
    ),
    (.email, ["email", "emailaddress", "courriel"]),
    (.telephone, ["telephone", "telefon", "telefono", "handynummer", "telefonnummer"]),
    (
      .nationalNumber,
      [
        "ssn", "nino", "passport", "passeport", "pasaporte", "reisepass", "nif", "dni",
        "sozialversicherungsnummer", "steuernummer",
      ]
    ),
    (.bankAccount, ["iban", "kontonummer"]),
    (
      .birthDate,
      ["dob", "birthdate", "dateofbirth", "birthday", "geburtsdatum", "geburtstag"]
    ),
    (.account, ["linkedin", "username"]),
  ]

  /// Headers that identify as a whole.
  private static let wholeHeaders: [(Meaning, Set<String>)] = [
    (
      .name,
      [
        "name", "names", "full name", "first name", "last name", "given name", "family name",
        "middle name", "maiden name", "legal name", "preferred name", "known as", "display name",
        "employee name", "worker name", "person name", "staff name", "candidate name",
        "applicant name", "manager name", "nickname",
        "initials", "familienname", "geburtsname", "nom", "nom de famille",
        "nom complet", "nom et prenom", "nombre", "nombre completo", "legal first name",
        "legal last name", "preferred first name", "primer nombre",
      ]
    ),
    (
      .email,
      [
        "e mail", "e mail address", "mail", "mail address", "work e mail", "home e mail",
        "email primary work", "correo", "correo electronico", "adresse e mail", "adresse mail",
        "adresse electronique",
      ]
    ),
    (
      .telephone,
      [
        "phone", "phone number", "mobile", "mobile number", "mobile phone", "cell", "cell phone",
        "home phone", "work phone", "contact number", "fax", "handy", "movil",
        "numero de telephone", "numero de telefono",
      ]
    ),
    (
      .address,
      [
        "address", "home address", "postal address", "street", "street address", "address line 1",
        "address line 2", "address 1", "address 2", "anschrift", "adresse", "strasse",
        "straße", "rue", "direccion", "calle", "domicilio", "latitude", "longitude",
      ]
    ),
    (
      .nationalNumber,
      [
        "social security number", "social security", "social insurance number",
        "national insurance number", "national insurance", "ni number", "national id",
        "national identifier", "national identity number", "identity number", "id card",
        "tax id", "tax number", "tax identification number", "tin", "driving licence",
        "driving licence number", "drivers license", "drivers license number", "driver license",
        "personalausweis", "steuer id", "nir", "numero de securite sociale",
        "numero de seguridad social", "nie", "nhs number",
      ]
    ),
    (
      .bankAccount,
      [
        "bank account", "bank account number", "account number", "sort code", "bic", "card number",
        "credit card", "credit card number", "konto", "compte bancaire", "cuenta bancaria",
      ]
    ),
    (
      .birthDate,
      ["date of birth", "birth date", "date de naissance", "fecha de nacimiento"]
    ),
    (
      .account,
      [
        "user name", "login", "user id", "ip", "ip address", "mac address", "device id", "photo",
        "signature", "profile url", "linked in", "resume", "resume url", "cv", "website",
      ]
    ),
    (
      .staffNumber,
      [
        "employee id", "employee number", "employee no", "staff number", "staff id", "worker id",
        "person id", "personnel number", "payroll number", "payroll id", "badge number",
        "candidate id", "applicant id", "application id", "personalnummer", "matricule",
        "numero de empleado", "person number", "position number",
      ]
    ),
  ]
}
