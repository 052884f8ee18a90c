import ArgumentParser
import Entente
import EntenteFormats

/// A command that reads graphs: whatever comes of it, `--report` has it.
protocol ReportingCommand: AsyncParsableCommand {
  var messageOptions: MessageOptions { get }
  /// Does what the command is for.
  func run(_ messages: Messages) async throws
}

extension ReportingCommand {
  func run() async throws {
    let messages = messageOptions.messages
    do {
      try await run(messages)
    } catch {
      // Wrong usage is nothing about a graph.
      guard !(error is ValidationError) else { throw error }
      if let failure = error as? CheckFailure { messages.note(failure.diagnostics) }
      do { try messages.writeReport() } catch { messages.say(.error, "\(error)") }
      throw error
    }
    try messages.writeReport()
  }
}
