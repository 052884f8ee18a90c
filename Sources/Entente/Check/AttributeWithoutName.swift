/// An attribute that no format could name, and so none could bring back.
struct AttributeWithoutName: Finding {
  /// The id of the entity or relation that has it.
  let owner: String

  var message: String { "an attribute of '\(Wording.short(owner))' has no name" }
  var advice: [String] { ["give it one, or leave it out"] }
}
