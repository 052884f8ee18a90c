// Gives up what a process that lays out graphs does not need.
#pragma once
#include <stdint.h>
#include <sys/types.h>

// From here on the process, for as long as it lives, may not use more than `memory` bytes, make a file longer or dump its
// memory; and where the system has such filters (Linux on x86-64 and ARM64), it can ask the kernel for memory, the time and
// what comes by the files that are open already, and for nothing else: no file is opened, not even for reading, no
// connection made, no program or thread started. It ends when its parent does. 0, or what could not be given up: errno.
int entente_give_up(uint64_t memory);

// Starts a program whose standard input and output are both the one end of a connection, in an environment without
// SWIFT_BACKTRACE's long work after a crash. The other end is left in `connection`. 0, or errno.
int entente_start_helper(const char *path, const char *const *arguments, pid_t *process, int *connection);
