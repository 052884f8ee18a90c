import Entente
import CGraphviz
import CRSVG
import Subprocess
