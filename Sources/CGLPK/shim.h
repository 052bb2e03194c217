#ifndef PARITY_CGLPK_SHIM_H
#define PARITY_CGLPK_SHIM_H

#include <glpk.h>

#endif
