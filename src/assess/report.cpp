#include <norma/assess/impl/report.ipp>
