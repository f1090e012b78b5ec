#include <norma/batch/impl/scores.ipp>
