import Entente
import CLibYAML
