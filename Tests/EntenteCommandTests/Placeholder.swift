import Testing
@testable import EntenteCommand
