#include <norma/batch/impl/plan.ipp>
