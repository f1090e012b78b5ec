#include <norma/report/impl/markdown.ipp>
