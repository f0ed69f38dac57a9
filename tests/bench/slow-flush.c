/*
 * Holds up every flush of the disk by FLUSH_US microseconds, as a disk does that has no cache in front of it.
 * Loaded before the C library (LD_PRELOAD) by tests/bench/load-slow.ts.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int hold_up(const char *name, int descriptor) {
  const char *told = getenv("FLUSH_US");
  long us = told == NULL ? 0 : atol(told);
  struct timespec wait = {us / 1000000, us % 1000000 * 1000};
  nanosleep(&wait, NULL);
  int (*flush)(int) = dlsym(RTLD_NEXT, name);
  return flush(descriptor);
}

int fsync(int descriptor) { return hold_up("fsync", descriptor); }

int fdatasync(int descriptor) { return hold_up("fdatasync", descriptor); }
