#include <norma/rule/impl/asked_facts.ipp>
