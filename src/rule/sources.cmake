list(APPEND norma_units rule/citation rule/parameter rule/table rule/standard rule/content rule/pack
     rule/suppose rule/unit rule/asked_facts)
list(APPEND norma_headers rule/fact rule/scheme rule/identity rule/structure rule/reads
     rule/fact_names rule/facts_below rule/most_points)
