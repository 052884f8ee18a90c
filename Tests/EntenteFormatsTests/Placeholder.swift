import Testing
@testable import EntenteFormats
