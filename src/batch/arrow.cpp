#include <norma/batch/impl/arrow.ipp>
