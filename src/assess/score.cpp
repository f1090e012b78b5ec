#include <norma/assess/impl/score.ipp>
