/// A note that everybody should see who uses the graph, not only who works on its file: something in the graph is otherwise than
/// it stands there.
package protocol ToldToEverybody: Finding {}
