// What is called of Pango, cairo, librsvg, GLib and libwebp, opened when something is drawn.
//
// The declarations are those of Pango 1.44, cairo 1.16, librsvg 2.46 and libwebp 1.0 and later, whose binary interfaces are stable.
// They stand here since the libraries' own come with compiler flags that the package manager warns every user about,
// and since loading them takes longer than all that a command does that draws nothing.
#ifndef ENTENTE_DRAWING_H
#define ENTENTE_DRAWING_H

#include <stddef.h>
#include <stdint.h>

#include "CLoading.h"

// GLib

typedef int gboolean;
typedef size_t gsize;

typedef struct {
  uint32_t domain;
  int code;
  char *message;
} GError;

// cairo

typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo cairo_t;
typedef struct _cairo_font_options cairo_font_options_t;

typedef enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_WRITE_ERROR = 11 } cairo_status_t;
typedef enum { CAIRO_FORMAT_ARGB32 = 0 } cairo_format_t;
typedef enum { CAIRO_HINT_STYLE_NONE = 1 } cairo_hint_style_t;
typedef enum { CAIRO_HINT_METRICS_OFF = 1 } cairo_hint_metrics_t;
typedef enum { CAIRO_PDF_METADATA_TITLE = 0, CAIRO_PDF_METADATA_CREATE_DATE = 5 } cairo_pdf_metadata_t;

typedef cairo_status_t (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned int length);

// Pango

typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoFontFamily PangoFontFamily;

typedef struct {
  PangoLayout *layout;
  int start_index;
  int length;
  void *runs;
  unsigned int is_paragraph_start : 1;
  unsigned int resolved_dir : 3;
} PangoLayoutLine;

typedef struct {
  int x, y, width, height;
} PangoRectangle;

typedef enum { PANGO_DIRECTION_LTR = 0, PANGO_DIRECTION_RTL = 1 } PangoDirection;
typedef enum { PANGO_STYLE_NORMAL = 0, PANGO_STYLE_ITALIC = 2 } PangoStyle;
typedef enum { PANGO_WEIGHT_NORMAL = 400, PANGO_WEIGHT_BOLD = 700 } PangoWeight;
typedef enum { PANGO_WRAP_WORD = 0, PANGO_WRAP_WORD_CHAR = 2 } PangoWrapMode;

static inline int entente_pango_scale(void) { return 1024; }

// librsvg

typedef struct _RsvgHandle RsvgHandle;

typedef struct {
  double x, y, width, height;
} RsvgRectangle;

#define ENTENTE_PANGO(F)                                                                                              \
  F(entente_pango, PangoFontMap *, pango_cairo_font_map_new, (void), ())                                              \
  F(entente_pango, void, pango_font_map_list_families,                                                                \
    (PangoFontMap * map, PangoFontFamily ***families, int *count), (map, families, count))                            \
  F(entente_pango, const char *, pango_font_family_get_name, (PangoFontFamily * family), (family))                    \
  F(entente_pango, void, g_free, (void *memory), (memory))                                                            \
  F(entente_pango, PangoContext *, pango_font_map_create_context, (PangoFontMap * map), (map))                        \
  F(entente_pango, void, pango_cairo_context_set_font_options,                                                        \
    (PangoContext * context, const cairo_font_options_t *options), (context, options))                                \
  F(entente_pango, void, pango_context_set_round_glyph_positions, (PangoContext * context, gboolean rounds),          \
    (context, rounds))                                                                                                \
  F(entente_pango, PangoFontDescription *, pango_font_description_new, (void), ())                                    \
  F(entente_pango, void, pango_font_description_free, (PangoFontDescription * font), (font))                          \
  F(entente_pango, void, pango_font_description_set_family, (PangoFontDescription * font, const char *families),      \
    (font, families))                                                                                                 \
  F(entente_pango, void, pango_font_description_set_absolute_size, (PangoFontDescription * font, double size),        \
    (font, size))                                                                                                     \
  F(entente_pango, void, pango_font_description_set_weight, (PangoFontDescription * font, PangoWeight weight),        \
    (font, weight))                                                                                                   \
  F(entente_pango, void, pango_font_description_set_style, (PangoFontDescription * font, PangoStyle style),           \
    (font, style))                                                                                                    \
  F(entente_pango, PangoLayout *, pango_layout_new, (PangoContext * context), (context))                              \
  F(entente_pango, void, pango_layout_set_font_description,                                                           \
    (PangoLayout * layout, const PangoFontDescription *font), (layout, font))                                         \
  F(entente_pango, void, pango_layout_set_text, (PangoLayout * layout, const char *text, int length),                 \
    (layout, text, length))                                                                                           \
  F(entente_pango, void, pango_layout_set_width, (PangoLayout * layout, int width), (layout, width))                  \
  F(entente_pango, void, pango_layout_set_wrap, (PangoLayout * layout, PangoWrapMode mode), (layout, mode))           \
  F(entente_pango, int, pango_layout_get_line_count, (PangoLayout * layout), (layout))                                \
  F(entente_pango, int, pango_layout_get_unknown_glyphs_count, (PangoLayout * layout), (layout))                     \
  F(entente_pango, PangoLayoutLine *, pango_layout_get_line_readonly, (PangoLayout * layout, int line),               \
    (layout, line))                                                                                                   \
  F(entente_pango, void, pango_layout_line_get_extents,                                                               \
    (PangoLayoutLine * line, PangoRectangle * ink, PangoRectangle * logical), (line, ink, logical))                   \
  F(entente_pango, cairo_font_options_t *, cairo_font_options_create, (void), ())                                     \
  F(entente_pango, void, cairo_font_options_destroy, (cairo_font_options_t * options), (options))                     \
  F(entente_pango, void, cairo_font_options_set_hint_style,                                                           \
    (cairo_font_options_t * options, cairo_hint_style_t style), (options, style))                                     \
  F(entente_pango, void, cairo_font_options_set_hint_metrics,                                                         \
    (cairo_font_options_t * options, cairo_hint_metrics_t metrics), (options, metrics))                               \
  F(entente_pango, void, g_object_unref, (void *object), (object))

#define ENTENTE_LIBRSVG(F)                                                                                            \
  F(entente_librsvg, RsvgHandle *, rsvg_handle_new_from_data, (const uint8_t *data, gsize length, GError **error),    \
    (data, length, error))                                                                                            \
  F(entente_librsvg, gboolean, rsvg_handle_render_document,                                                           \
    (RsvgHandle * handle, cairo_t * context, const RsvgRectangle *viewport, GError **error),                          \
    (handle, context, viewport, error))                                                                               \
  F(entente_librsvg, void, g_error_free, (GError * error), (error))                                                   \
  F(entente_librsvg, cairo_surface_t *, cairo_image_surface_create, (cairo_format_t format, int width, int height),   \
    (format, width, height))                                                                                          \
  F(entente_librsvg, cairo_status_t, cairo_surface_write_to_png_stream,                                               \
    (cairo_surface_t * surface, cairo_write_func_t write, void *closure), (surface, write, closure))                  \
  F(entente_librsvg, cairo_surface_t *, cairo_pdf_surface_create_for_stream,                                          \
    (cairo_write_func_t write, void *closure, double width, double height), (write, closure, width, height))          \
  F(entente_librsvg, void, cairo_pdf_surface_set_metadata,                                                            \
    (cairo_surface_t * surface, cairo_pdf_metadata_t key, const char *value), (surface, key, value))                  \
  F(entente_librsvg, void, cairo_surface_finish, (cairo_surface_t * surface), (surface))                              \
  F(entente_librsvg, void, cairo_surface_flush, (cairo_surface_t * surface), (surface))                               \
  F(entente_librsvg, unsigned char *, cairo_image_surface_get_data, (cairo_surface_t * surface), (surface))           \
  F(entente_librsvg, int, cairo_image_surface_get_stride, (cairo_surface_t * surface), (surface))                     \
  F(entente_librsvg, void, cairo_surface_destroy, (cairo_surface_t * surface), (surface))                             \
  F(entente_librsvg, cairo_status_t, cairo_surface_status, (cairo_surface_t * surface), (surface))                    \
  F(entente_librsvg, const char *, cairo_status_to_string, (cairo_status_t status), (status))                         \
  F(entente_librsvg, cairo_t *, cairo_create, (cairo_surface_t * surface), (surface))                                 \
  F(entente_librsvg, void, cairo_destroy, (cairo_t * context), (context))                                             \
  F(entente_librsvg, cairo_status_t, cairo_status, (cairo_t * context), (context))                                    \
  F(entente_librsvg, void, cairo_show_page, (cairo_t * context), (context))

#define ENTENTE_LIBWEBP(F)                                                                                            \
  F(entente_libwebp, size_t, WebPEncodeLosslessBGRA,                                                                  \
    (const uint8_t *pixels, int width, int height, int stride, uint8_t **file),                                       \
    (pixels, width, height, stride, file))                                                                            \
  F(entente_libwebp, void, WebPFree, (void *file), (file))

ENTENTE_PANGO(ENTENTE_DECLARE)
ENTENTE_LIBRSVG(ENTENTE_DECLARE)
ENTENTE_LIBWEBP(ENTENTE_DECLARE)

/// Why text cannot be measured, or NULL: Pango is not there.
const char *entente_pango_problem(void);
/// Why PNG and PDF cannot be made, or NULL: librsvg is not there.
const char *entente_librsvg_problem(void);
/// Why WebP cannot be made, or NULL: libwebp is not there.
const char *entente_libwebp_problem(void);

#endif
