#include <graphviz/cgraph.h>
#include <libxml/parser.h>
