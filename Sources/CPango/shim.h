#include <pango/pangocairo.h>

// A macro that Swift does not import.
static inline int entente_pango_scale(void) { return PANGO_SCALE; }
