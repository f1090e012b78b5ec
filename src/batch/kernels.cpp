#include <norma/batch/impl/kernels.ipp>
