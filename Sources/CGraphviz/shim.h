#include <graphviz/gvc.h>

// These are globals that C code takes by value; Swift 6 cannot read them as constants.
static inline Agdesc_t entente_directed(void) { return Agdirected; }
