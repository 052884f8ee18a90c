import ArgumentParser

@main
struct EntenteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "entente")
}
