#include <csv.h>
#include <graphviz/cgraph.h>
#include <zlib.h>
// Of the headers of ICU nothing is needed here, and Foundation has its own.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
