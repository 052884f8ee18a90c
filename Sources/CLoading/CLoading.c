#include "CLoading.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// The linker's own path first. Homebrew's folders are not in it on a Mac.
static const char *const folders[] = {"", "/opt/homebrew/lib/", "/usr/local/lib/"};

static void *open_file(const struct entente_library *library) {
  for (const char *const *file = library->files; *file; file++) {
    for (size_t folder = 0; folder < sizeof folders / sizeof *folders; folder++) {
      char path[256];
      snprintf(path, sizeof path, "%s%s", folders[folder], *file);
      void *handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
      if (handle) return handle;
    }
  }
  return 0;
}

static int open_library(struct entente_library *library) {
  void *handle = open_file(library);
  if (!handle) {
    snprintf(library->problem, sizeof library->problem, "there is no %s", library->files[0]);
    return 2;
  }
  for (int index = 0; index < library->count; index++) {
    // What a library is linked with is found through it.
    library->addresses[index] = dlsym(handle, library->names[index]);
    if (!library->addresses[index]) {
      snprintf(library->problem, sizeof library->problem, "%s is too old, it lacks %s", library->files[0],
               library->names[index]);
      return 2;
    }
  }
  return 1;
}

const char *entente_library_problem(struct entente_library *library) {
  int state = atomic_load_explicit(&library->state, memory_order_acquire);
  if (state == 0) {
    pthread_mutex_lock(&lock);
    state = atomic_load_explicit(&library->state, memory_order_relaxed);
    if (state == 0) {
      state = open_library(library);
      atomic_store_explicit(&library->state, state, memory_order_release);
    }
    pthread_mutex_unlock(&lock);
  }
  return state == 1 ? 0 : library->problem;
}

void *entente_library_function(struct entente_library *library, int index) {
  const char *problem = entente_library_problem(library);
  if (problem) {
    fprintf(stderr, "%s\n", problem);
    abort();
  }
  return library->addresses[index];
}
