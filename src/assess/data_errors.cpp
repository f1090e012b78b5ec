#include <norma/assess/impl/data_errors.ipp>
