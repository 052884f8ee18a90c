#include "CReading.h"

#ifdef __APPLE__
#define LIBXML2_FILES "libxml2.2.dylib", "libxml2.16.dylib"
#define LIBZIP_FILES "libzip.5.dylib"
#else
#define LIBXML2_FILES "libxml2.so.2", "libxml2.so.16"
#define LIBZIP_FILES "libzip.so.5", "libzip.so.4"
#endif

ENTENTE_LIBRARY(entente_libxml2, ENTENTE_LIBXML2, LIBXML2_FILES)
ENTENTE_LIBRARY(entente_libzip, ENTENTE_LIBZIP, LIBZIP_FILES)

const char *entente_libxml2_problem(void) { return entente_library_problem(&entente_libxml2); }
const char *entente_libzip_problem(void) { return entente_library_problem(&entente_libzip); }
