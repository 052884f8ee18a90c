#include "CDrawing.h"

#ifdef __APPLE__
#define PANGO_FILE "libpangocairo-1.0.0.dylib"
#define LIBRSVG_FILE "librsvg-2.2.dylib"
#define LIBWEBP_FILE "libwebp.7.dylib"
#else
#define PANGO_FILE "libpangocairo-1.0.so.0"
#define LIBRSVG_FILE "librsvg-2.so.2"
#define LIBWEBP_FILE "libwebp.so.7"
#endif

ENTENTE_LIBRARY(entente_pango, ENTENTE_PANGO, PANGO_FILE)
ENTENTE_LIBRARY(entente_librsvg, ENTENTE_LIBRSVG, LIBRSVG_FILE)
ENTENTE_LIBRARY(entente_libwebp, ENTENTE_LIBWEBP, LIBWEBP_FILE)

const char *entente_pango_problem(void) { return entente_library_problem(&entente_pango); }
const char *entente_librsvg_problem(void) { return entente_library_problem(&entente_librsvg); }
const char *entente_libwebp_problem(void) { return entente_library_problem(&entente_libwebp); }
