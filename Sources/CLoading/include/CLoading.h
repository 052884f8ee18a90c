// Libraries that are opened when the first of their functions is called, and not when the process starts.
//
// A list names a library's functions, each as
//
//   F(library, result, name, (parameters), (arguments))
//
// From it, ENTENTE_DECLARE makes the prototypes for a header, and ENTENTE_LIBRARY, in a C file, a function of each name
// that hands its call on. They are hidden, and have names of their own for the linker: other libraries of the process, and
// a program that links one of these itself, go on calling the real ones.
#ifndef ENTENTE_LOADING_H
#define ENTENTE_LOADING_H

#include <stdatomic.h>

/// A library that is opened on demand.
struct entente_library {
  /// The names of its file, tried in this order, by the linker's path and in Homebrew's folders; ends with NULL.
  const char *const *files;
  /// What is called of it; the file must have them all.
  const char *const *names;
  int count;
  /// Where they are, once it is open.
  void **addresses;
  /// 0 not tried, 1 open, 2 not to be had.
  atomic_int state;
  /// Why it is not to be had, in the system's words.
  char problem[256];
};

/// Opens the library if it is not open yet, and returns why that cannot be done, or NULL. Any thread may ask.
const char *entente_library_problem(struct entente_library *library);

/// Where a function is. Only for libraries that have no problem: the process ends with a message otherwise.
void *entente_library_function(struct entente_library *library, int index);

#ifdef __APPLE__
#define ENTENTE_SYMBOL(name) "_entente_" #name
#else
#define ENTENTE_SYMBOL(name) "entente_" #name
#endif

#define ENTENTE_DECLARE(library, result, name, parameters, arguments) \
  __attribute__((visibility("hidden"))) result name parameters __asm__(ENTENTE_SYMBOL(name));

#define ENTENTE_NAME(library, result, name, parameters, arguments) #name,
#define ENTENTE_INDEX(library, result, name, parameters, arguments) entente_index_##name,
#define ENTENTE_TRAMPOLINE(library, result, name, parameters, arguments)                                \
  result name parameters {                                                                              \
    return ((result(*) parameters)entente_library_function(&library, entente_index_##name)) arguments; \
  }

/// Defines `struct entente_library library`, with the functions of LIST and the file names that follow.
#define ENTENTE_LIBRARY(library, LIST, ...)                                                    \
  enum { LIST(ENTENTE_INDEX) entente_count_##library };                                        \
  static const char *const entente_files_##library[] = {__VA_ARGS__, 0};                       \
  static const char *const entente_names_##library[] = {LIST(ENTENTE_NAME)};                   \
  static void *entente_addresses_##library[entente_count_##library];                           \
  static struct entente_library library = {                                                         \
      .files = entente_files_##library, .names = entente_names_##library,                      \
      .count = entente_count_##library, .addresses = entente_addresses_##library};             \
  LIST(ENTENTE_TRAMPOLINE)

#endif
