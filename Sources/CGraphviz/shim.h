#include <graphviz/gvc.h>

// What a layout found is read through macros, which Swift does not import. A count is an int whatever the release calls it.
static inline pointf entente_node_centre(Agnode_t *node) { return ND_coord(node); }
static inline int entente_curve_count(Agedge_t *edge) {
  return ED_spl(edge) ? (int)ED_spl(edge)->size : 0;
}
static inline int entente_curve_point_count(Agedge_t *edge, int curve) { return (int)ED_spl(edge)->list[curve].size; }
static inline pointf entente_curve_point(Agedge_t *edge, int curve, int point) {
  return ED_spl(edge)->list[curve].list[point];
}
