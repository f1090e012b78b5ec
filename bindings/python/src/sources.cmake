list(APPEND norma_python_sources module.cpp objects.cpp numbers.cpp facts.cpp fact_slots.cpp fact_text.cpp
     register_errors.cpp register_facts.cpp cells.cpp register_packs.cpp register_standards.cpp register_units.cpp register_nodes.cpp
     register_results.cpp register_reports.cpp register_words.cpp suppose.cpp
     frame_judge.cpp row_kinds.cpp frame_plan.cpp frame_explain.cpp frame_scores.cpp kept_verdicts.cpp judged_frame.cpp judged_stream.cpp
     judged_pack.cpp verdict_counts.cpp arrow_stream.cpp text_column.cpp register_batch.cpp)
