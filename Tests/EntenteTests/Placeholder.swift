import Testing
@testable import Entente
