#include <norma/batch/impl/unit_judge.ipp>
