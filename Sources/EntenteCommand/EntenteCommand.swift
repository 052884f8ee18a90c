import ArgumentParser
import Entente
import EntenteFormats
import EntenteGraphviz

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Every command says its name itself: the argument parser takes 1.5 ms to find them out by the types' own.
@main
struct EntenteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Relationship graphs that come from documents: every link has a type, a date and a source.",
    discussion: """
      A graph file is YAML, written and reviewed by hand; several given together are merged into one.

        entente check  Graphs/southern-kurils.yaml
        entente export Graphs/southern-kurils.yaml -o southern-kurils.svg
        entente export Graphs/southern-kurils.yaml -o year-1956.graphml --year 1956
        entente list   Graphs/southern-kurils.yaml --around japan --from 1950 --to 1965

      Every key of a graph file, with an example: 'The graph file' in the documentation
      (Sources/EntenteFormats/EntenteFormats.docc/TheGraphFile.md); 'entente schema --json-schema' prints them for editors.

      Exit status: 0 done; 1 the input has errors; 64 wrong usage; 70 a fault of Entente's own.
      """,
    version: "0.1.0",
    subcommands: [
      Export.self, Check.self, Show.self, List.self, Entities.self, TablesCommand.self, SchemaCommand.self,
      DateCommand.self, LayoutCommand.self,
    ]
  )

  static func main() async {
    // A file that grows beyond what the system allows is then an error of writing, with a message, on whichever thread.
    signal(SIGXFSZ, SIG_IGN)
    MemoryWatch.begin()
    refuseWhatIsNoText()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// The names of files are bytes, and arguments here are texts: a name that is none would be looked for as another.
  private static func refuseWhatIsNoText() {
    for argument in UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)) {
      guard let argument, String(validatingCString: argument) == nil else { continue }
      StandardError.say("error: '\(String(cString: argument))' is not UTF-8, so no file can be found by it")
      StandardError.say("rename the file, or let it come in by '-' with --input-format: 'entente check - <FILE'")
      exit(withError: ExitCode(64))
    }
  }

  /// Says what went wrong and ends with the status that it has.
  private static func end(with error: any Error) -> Never {
    switch error {
    case let failure as CheckFailure:
      let digest = DiagnosticDigest(failure.diagnostics)
      StandardError.write(digest)
      StandardError.say(digest.totals)
      exit(withError: ExitCode(1))
    case is WriteError, is PictureError:
      StandardError.say("error: \(error)")
      exit(withError: ExitCode(1))
    case is CleanExit, is ExitCode, is ValidationError:
      exit(withError: error)
    default:
      // Errors of the argument parser are of types that it keeps to itself; it knows their status.
      guard exitCode(for: error) == .failure else { exit(withError: error) }
      StandardError.say("error: \(error)")
      StandardError.say("this is a fault of Entente's own; please report it with the command and the graph file")
      exit(withError: ExitCode(70))
    }
  }
}
