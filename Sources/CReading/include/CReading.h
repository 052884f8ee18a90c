// What is called of libxml2 and libzip, opened when a file is read that needs them.
//
// libxml2 brings ICU along and libzip OpenSSL: to load them takes a quarter of the time of a command that needs neither. The
// declarations are those of libxml2 2.9 and libzip 1.5 and later. Of structures only the first fields stand here, whose
// places have never changed; libraries make all of them, but for the table of callbacks, which is whole. They have no tags:
// a program that imports libxml2 itself would have two structures of one.
#ifndef ENTENTE_READING_H
#define ENTENTE_READING_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "CLoading.h"

// libxml2

typedef unsigned char xmlChar;
typedef struct _xmlDoc *xmlDocPtr;
typedef struct _xmlTextReader *xmlTextReaderPtr;

typedef int (*xmlInputReadCallback)(void *context, char *buffer, int length);
typedef int (*xmlInputCloseCallback)(void *context);

typedef struct {
  void *context;
  xmlInputReadCallback readcallback;
  xmlInputCloseCallback closecallback;
  void *encoder;
} xmlParserInputBuffer;

typedef struct {
  xmlParserInputBuffer *buf;
  const char *filename;
  const char *directory;
  const xmlChar *base;
  const xmlChar *cur;
  const xmlChar *end;
  int length;
  int line;
  int col;
  unsigned long consumed;
} xmlParserInput;
typedef xmlParserInput *xmlParserInputPtr;

typedef struct {
  void *sax;
  void *userData;
  xmlDocPtr myDoc;
  int wellFormed;
  int replaceEntities;
  const xmlChar *version;
  const xmlChar *encoding;
  int standalone;
  int html;
  xmlParserInputPtr input;
} xmlParserCtxt;
typedef xmlParserCtxt *xmlParserCtxtPtr;

typedef struct {
  int domain;
  int code;
  char *message;
  int level;
} xmlError;

typedef void (*xmlUnusedFunc)(void);
typedef void (*entityDeclSAXFunc)(
    void *context, const xmlChar *name, int type, const xmlChar *publicId, const xmlChar *systemId, xmlChar *content);
typedef void (*unparsedEntityDeclSAXFunc)(
    void *context, const xmlChar *name, const xmlChar *publicId, const xmlChar *systemId, const xmlChar *notation);
typedef void (*referenceSAXFunc)(void *context, const xmlChar *name);
typedef void (*charactersSAXFunc)(void *context, const xmlChar *text, int length);
typedef void (*startElementNsSAX2Func)(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes);
typedef void (*endElementNsSAX2Func)(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri);
typedef void (*xmlStructuredErrorFunc)(void *context, const xmlError *error);

typedef struct {
  xmlUnusedFunc internalSubset, isStandalone, hasInternalSubset, hasExternalSubset, resolveEntity, getEntity;
  entityDeclSAXFunc entityDecl;
  xmlUnusedFunc notationDecl, attributeDecl, elementDecl;
  unparsedEntityDeclSAXFunc unparsedEntityDecl;
  xmlUnusedFunc setDocumentLocator, startDocument, endDocument, startElement, endElement;
  referenceSAXFunc reference;
  charactersSAXFunc characters;
  charactersSAXFunc ignorableWhitespace;
  xmlUnusedFunc processingInstruction, comment, warning, error, fatalError, getParameterEntity;
  charactersSAXFunc cdataBlock;
  xmlUnusedFunc externalSubset;
  unsigned int initialized;
  void *_private;
  startElementNsSAX2Func startElementNs;
  endElementNsSAX2Func endElementNs;
  xmlStructuredErrorFunc serror;
} xmlSAXHandler;

static const unsigned int XML_SAX2_MAGIC = 0xDEEDBEAF;
static const int XML_PARSE_NONET = 1 << 11;
static const int XML_ERR_FATAL = 3;
static const int XML_ERR_DOCUMENT_EMPTY = 4;
static const int XML_ERR_DOCUMENT_END = 5;
static const int XML_ERR_UNDECLARED_ENTITY = 26;
static const int XML_ERR_TAG_NOT_FINISHED = 77;
static const int XML_READER_TYPE_ELEMENT = 1;
static const int XML_READER_TYPE_TEXT = 3;
static const int XML_READER_TYPE_CDATA = 4;
static const int XML_READER_TYPE_DOCUMENT_TYPE = 10;
static const int XML_READER_TYPE_SIGNIFICANT_WHITESPACE = 14;
static const int XML_READER_TYPE_END_ELEMENT = 15;

#define ENTENTE_LIBXML2(F)                                                                                            \
  F(entente_libxml2, void, xmlInitParser, (void), ())                                                                 \
  F(entente_libxml2, xmlParserCtxtPtr, xmlCreatePushParserCtxt,                                                       \
    (xmlSAXHandler * sax, void *user, const char *chunk, int size, const char *name),                                 \
    (sax, user, chunk, size, name))                                                                                   \
  F(entente_libxml2, int, xmlCtxtUseOptions, (xmlParserCtxtPtr context, int options), (context, options))             \
  F(entente_libxml2, int, xmlParseChunk, (xmlParserCtxtPtr context, const char *chunk, int size, int terminate),      \
    (context, chunk, size, terminate))                                                                                \
  F(entente_libxml2, long, xmlByteConsumed, (xmlParserCtxtPtr context), (context))                                    \
  F(entente_libxml2, void, xmlStopParser, (xmlParserCtxtPtr context), (context))                                      \
  F(entente_libxml2, void, xmlFreeDoc, (xmlDocPtr document), (document))                                              \
  F(entente_libxml2, void, xmlFreeParserCtxt, (xmlParserCtxtPtr context), (context))                                  \
  F(entente_libxml2, int, xmlStrlen, (const xmlChar *text), (text))                                                   \
  F(entente_libxml2, xmlTextReaderPtr, xmlReaderForIO,                                                                \
    (xmlInputReadCallback read, xmlInputCloseCallback close, void *context, const char *address,                      \
     const char *encoding, int options),                                                                              \
    (read, close, context, address, encoding, options))                                                               \
  F(entente_libxml2, void, xmlTextReaderSetStructuredErrorHandler,                                                    \
    (xmlTextReaderPtr reader, xmlStructuredErrorFunc handler, void *context), (reader, handler, context))             \
  F(entente_libxml2, void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))                                    \
  F(entente_libxml2, int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))                                     \
  F(entente_libxml2, int, xmlTextReaderGetParserLineNumber, (xmlTextReaderPtr reader), (reader))                      \
  F(entente_libxml2, int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))                                 \
  F(entente_libxml2, int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))                           \
  F(entente_libxml2, const xmlChar *, xmlTextReaderConstLocalName, (xmlTextReaderPtr reader), (reader))               \
  F(entente_libxml2, const xmlChar *, xmlTextReaderConstValue, (xmlTextReaderPtr reader), (reader))                   \
  F(entente_libxml2, int, xmlTextReaderMoveToFirstAttribute, (xmlTextReaderPtr reader), (reader))                     \
  F(entente_libxml2, int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader))                      \
  F(entente_libxml2, int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader))

// libzip

typedef struct zip zip_t;
typedef struct zip_file zip_file_t;
typedef struct zip_source zip_source_t;

typedef struct {
  int zip_err;
  int sys_err;
  char *str;
} zip_error_t;

typedef struct {
  uint64_t valid;
  const char *name;
  uint64_t index;
  uint64_t size;
  uint64_t comp_size;
  time_t mtime;
  uint32_t crc;
  uint16_t comp_method;
  uint16_t encryption_method;
  uint32_t flags;
} zip_stat_t;

static const int ZIP_RDONLY = 16;
static const uint64_t ZIP_STAT_COMP_SIZE = 0x0008;
static const uint64_t ZIP_STAT_ENCRYPTION_METHOD = 0x0080;

#define ENTENTE_LIBZIP(F)                                                                                             \
  F(entente_libzip, void, zip_error_init, (zip_error_t * error), (error))                                             \
  F(entente_libzip, const char *, zip_error_strerror, (zip_error_t * error), (error))                                 \
  F(entente_libzip, zip_source_t *, zip_source_buffer_create,                                                         \
    (const void *data, uint64_t length, int frees, zip_error_t *error), (data, length, frees, error))                 \
  F(entente_libzip, void, zip_source_free, (zip_source_t * source), (source))                                         \
  F(entente_libzip, zip_t *, zip_open_from_source, (zip_source_t * source, int flags, zip_error_t *error),            \
    (source, flags, error))                                                                                           \
  F(entente_libzip, void, zip_discard, (zip_t * archive), (archive))                                                  \
  F(entente_libzip, int64_t, zip_name_locate, (zip_t * archive, const char *name, uint32_t flags),                    \
    (archive, name, flags))                                                                                           \
  F(entente_libzip, void, zip_stat_init, (zip_stat_t * stat), (stat))                                                 \
  F(entente_libzip, int, zip_stat, (zip_t * archive, const char *name, uint32_t flags, zip_stat_t *stat),             \
    (archive, name, flags, stat))                                                                                     \
  F(entente_libzip, zip_file_t *, zip_fopen_index, (zip_t * archive, uint64_t index, uint32_t flags),                 \
    (archive, index, flags))                                                                                          \
  F(entente_libzip, zip_error_t *, zip_get_error, (zip_t * archive), (archive))                                       \
  F(entente_libzip, zip_error_t *, zip_file_get_error, (zip_file_t * file), (file))                                   \
  F(entente_libzip, int64_t, zip_fread, (zip_file_t * file, void *buffer, uint64_t length), (file, buffer, length))   \
  F(entente_libzip, int, zip_fclose, (zip_file_t * file), (file))

ENTENTE_LIBXML2(ENTENTE_DECLARE)
ENTENTE_LIBZIP(ENTENTE_DECLARE)

/// Why XML that is not plain cannot be read, or NULL: libxml2 is not there.
const char *entente_libxml2_problem(void);
/// Why workbooks cannot be read, or NULL: libzip is not there.
const char *entente_libzip_problem(void);

#endif
