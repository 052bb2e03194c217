import Testing

@testable import Reports

@Suite("Group names")
struct GroupNamesTests {
  private let names = GroupNames()

  @Test(
    "read well inside a sentence whatever the label",
    arguments: [
      ("Women", "women"), ("Men", "men"), ("Asian", "Asian employees"),
      ("Disabled", "disabled employees"), ("Female", "female employees"),
      ("Black or African American", "Black or African American employees"),
      ("Black women", "Black women"), ("Disabled people", "disabled people"),
      ("Nonbinary people", "nonbinary people"),
      ("People with a disability", "people with a disability"), ("Roma people", "Roma people"),
      ("Another gender", "the group “Another gender”"),
      ("Two or more", "the group “Two or more”"), ("50 and over", "the group “50 and over”"),
      ("Women, Asian", "the group “Women, Asian”"),
      ("All others who declared", "all others who declared"),
      ("All other people", "all other people"), ("iOS team", "the group “iOS team”"),
      ("", "the group “”"),
    ])
  func plural(label: String, expected: String) {
    #expect(names.plural(label) == expected)
  }

  @Test(
    "labels of ages are people of that age",
    arguments: [
      ("Under 30", "people under 30"), ("30 to 39", "people aged 30 to 39"),
      ("50 and over", "people aged 50 and over"), ("Prefer not to say", "Prefer not to say"),
    ])
  func ages(label: String, expected: String) {
    let names = GroupNames(ages: [label])
    #expect(names.plural(label).contains(expected))
  }

  @Test(
    "follow a number",
    arguments: [
      ("Women", false, "women"), ("Women", true, "woman"), ("Asian", true, "Asian applicant"),
      ("Asian", false, "Asian applicants"),
      ("Another gender", true, "person of the group “Another gender”"),
      ("Another gender", false, "people of the group “Another gender”"),
    ])
  func counted(label: String, isOne: Bool, expected: String) {
    #expect(names.counted(label, isOne: isOne, .applicants) == expected)
  }
}
