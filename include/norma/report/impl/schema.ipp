// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/schema.hpp>

namespace norma::report_detail {

inline constexpr std::string_view schema_text = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:norma:report:1",
  "title": "Report of norma",
  "anyOf": [
    {"$ref": "#/$defs/report"},
    {
      "description": "Several reports, or none.",
      "type": "array",
      "items": {"$ref": "#/$defs/report"}
    }
  ],
  "$defs": {
    "report": {
      "description": "The decision about one unit under one standard.",
      "type": "object",
      "properties": {
        "norma": {"type": "string", "description": "Version of the engine."},
        "pack": {"$ref": "#/$defs/pack"},
        "uses": {
          "description": "The packs it builds on.",
          "type": "array",
          "items": {"$ref": "#/$defs/pack"}
        },
        "standard": {
          "type": "object",
          "properties": {
            "id": {"type": "string"},
            "title": {"$ref": "#/$defs/text"},
            "cite": {"$ref": "#/$defs/citation"}
          },
          "required": ["id", "title", "cite"],
          "additionalProperties": false
        },
        "unit": {
          "type": "object",
          "properties": {
            "kind": {"type": "string"},
            "id": {"type": "string"},
            "name": {"type": "string"},
            "label": {"description": "The kind in words.", "$ref": "#/$defs/text"}
          },
          "required": ["kind", "id", "name", "label"],
          "additionalProperties": false
        },
        "as_of": {"description": "Law and evidence of this day.", "$ref": "#/$defs/date"},
        "known_as_of": {
          "description": "Facts recorded later count as unknown; null: everything supplied.",
          "anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]
        },
        "verdict": {"$ref": "#/$defs/verdict"},
        "evaluated": {
          "type": "object",
          "properties": {
            "decided": {
              "description": "Deciding parts with pass or fail.",
              "type": "integer",
              "minimum": 0
            },
            "applicable": {
              "description": "Deciding parts that are not not_applicable.",
              "type": "integer",
              "minimum": 0
            }
          },
          "required": ["decided", "applicable"],
          "additionalProperties": false
        },
        "tree": {"$ref": "#/$defs/group"},
        "remedies_are": {"enum": ["not_needed", "found", "none_found", "none"]},
        "remedies": {"type": "array", "items": {"$ref": "#/$defs/remedy"}},
        "missing": {
          "description": "The least sets of facts with a cause that would decide it, whatever their values.",
          "type": "array",
          "items": {"type": "array", "items": {"type": "string"}}
        },
        "score": {
          "description": "Points under a scoring scheme; null under a standard.",
          "anyOf": [{"$ref": "#/$defs/score"}, {"type": "null"}]
        },
        "remarks": {"type": "array", "items": {"$ref": "#/$defs/remark"}},
        "labels": {"description": "Of facts, by name.", "$ref": "#/$defs/texts"},
        "documents": {"type": "array", "items": {"$ref": "#/$defs/document"}},
        "decisions": {
          "description": "Readings of the text and choices of the pack, by id.",
          "$ref": "#/$defs/texts"
        },
        "facts_digest": {"type": "string", "description": "SHA-256 of the canonical JSON of what was supplied."}
      },
      "required": [
        "norma",
        "pack",
        "uses",
        "standard",
        "unit",
        "as_of",
        "known_as_of",
        "verdict",
        "evaluated",
        "tree",
        "remedies_are",
        "remedies",
        "missing",
        "score",
        "remarks",
        "labels",
        "documents",
        "decisions",
        "facts_digest"
      ],
      "additionalProperties": false
    },
    "group": {
      "description": "A standard, an item (one numbered clause) or a group in it.",
      "type": "object",
      "properties": {
        "path": {"type": "string", "description": "`item/part`; `.` is the standard itself."},
        "kind": {"enum": ["standard", "item", "group"]},
        "combine": {"enum": ["all", "any", "none", "at_least"]},
        "title": {"$ref": "#/$defs/text"},
        "cite": {"$ref": "#/$defs/citation"},
        "verdict": {"$ref": "#/$defs/verdict"},
        "members": {
          "type": "array",
          "items": {"anyOf": [{"$ref": "#/$defs/group"}, {"$ref": "#/$defs/part"}]}
        },
        "reason": {"$ref": "#/$defs/reason"},
        "when": {"description": "The guard.", "$ref": "#/$defs/condition"},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause_of_node"}, "minItems": 1},
        "decisions": {
          "description": "Readings and choices it rests on: keys of the report's `decisions`.",
          "type": "array",
          "items": {"type": "string"},
          "minItems": 1
        },
        "at_least": {"type": "integer", "minimum": 1}
      },
      "required": ["path", "kind", "combine", "title", "cite", "verdict", "members"],
      "additionalProperties": false,
      "allOf": [
        {
          "if": {"properties": {"verdict": {"const": "undetermined"}}},
          "then": {"required": ["causes"]}
        },
        {
          "if": {"properties": {"combine": {"const": "at_least"}}},
          "then": {"required": ["at_least"]}
        }
      ]
    },
    "part": {
      "description": "One atomic requirement.",
      "type": "object",
      "properties": {
        "path": {"type": "string", "description": "`item/part`; `.` is the standard itself."},
        "kind": {"const": "part"},
        "strength": {
          "description": "Only mandatory and conditional parts decide.",
          "enum": ["mandatory", "conditional", "encouraged", "goal", "reference"]
        },
        "title": {"$ref": "#/$defs/text"},
        "cite": {"$ref": "#/$defs/citation"},
        "verdict": {"$ref": "#/$defs/verdict"},
        "facts": {"type": "array", "items": {"$ref": "#/$defs/fact"}},
        "reason": {"$ref": "#/$defs/reason"},
        "when": {"description": "The guard.", "$ref": "#/$defs/condition"},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause_of_node"}, "minItems": 1},
        "decisions": {
          "description": "Readings and choices it rests on: keys of the report's `decisions`.",
          "type": "array",
          "items": {"type": "string"},
          "minItems": 1
        },
        "condition": {"$ref": "#/$defs/condition"},
        "distance": {"$ref": "#/$defs/distance"}
      },
      "required": ["path", "kind", "strength", "title", "cite", "verdict", "facts"],
      "additionalProperties": false,
      "if": {"properties": {"verdict": {"const": "undetermined"}}},
      "then": {"required": ["causes"]}
    },
    "condition": {
      "type": "object",
      "properties": {
        "source": {"type": "string", "description": "As the rule states it."},
        "shown": {"description": "In labels, with the values put in.", "$ref": "#/$defs/text"}
      },
      "required": ["source", "shown"],
      "additionalProperties": false
    },
    "reason": {
      "description": "Why a node is not applicable, or stands as it does without its requirement.",
      "type": "object",
      "properties": {
        "code": {
          "type": "string",
          "description": "One of `not_in_force`, `guard_false`, `zero_of_zero`, `shown_only`, `no_deciding_member`, `exception`, `conditional_unmet`, `above`, `above_unknown`; more may follow."
        },
        "zh": {"type": "string"},
        "en": {"type": "string"}
      },
      "required": ["code", "zh", "en"],
      "additionalProperties": false
    },
    "cause_of_node": {
      "description": "Why a node is undetermined.",
      "type": "object",
      "properties": {
        "kind": {
          "enum": [
            "missing",
            "pending",
            "expired",
            "disagreement",
            "dated_later",
            "recorded_later",
            "data_error"
          ]
        },
        "words": {"$ref": "#/$defs/text"},
        "fact": {
          "type": "string",
          "description": "Its name; of one in a list with place and field (`members[3].contract_due_count`)."
        },
        "case": {"type": "string", "description": "pending: what is waited for."},
        "date": {"type": "string", "description": "expired: the day of the evidence."},
        "held_until": {"type": "string", "description": "expired: the last day on which it held."},
        "opinions": {"type": "string", "description": "disagreement: who said what."},
        "recorded": {"type": "string", "description": "recorded_later: the day of the record."},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "data_error: its code in the catalogue of messages."},
        "arguments": {
          "description": "data_error: what the message is filled with.",
          "type": "array",
          "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/text"}]}
        }
      },
      "required": ["kind", "words"],
      "additionalProperties": false
    },
    "cause": {
      "description": "Why a value is unknown.",
      "type": "object",
      "properties": {
        "kind": {
          "enum": [
            "missing",
            "pending",
            "expired",
            "disagreement",
            "dated_later",
            "recorded_later",
            "data_error"
          ]
        },
        "fact": {
          "type": "string",
          "description": "Its name; of one in a list with place and field (`members[3].contract_due_count`)."
        },
        "case": {"type": "string", "description": "pending: what is waited for."},
        "date": {"type": "string", "description": "expired: the day of the evidence."},
        "held_until": {"type": "string", "description": "expired: the last day on which it held."},
        "opinions": {"type": "string", "description": "disagreement: who said what."},
        "recorded": {"type": "string", "description": "recorded_later: the day of the record."},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "data_error: its code in the catalogue of messages."},
        "arguments": {
          "description": "data_error: what the message is filled with.",
          "type": "array",
          "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/text"}]}
        }
      },
      "required": ["kind"],
      "additionalProperties": false
    },
    "fact": {
      "description": "A fact as it held on the two days, with the evidence for it.",
      "type": "object",
      "properties": {
        "fact": {"type": "string"},
        "value": {
          "description": "null: unknown, and `unknown` says why.",
          "anyOf": [{"$ref": "#/$defs/value"}, {"type": "null"}]
        },
        "unit": {"anyOf": [{"type": "string", "description": "Unit of measure."}, {"type": "null"}]},
        "shown": {"$ref": "#/$defs/text"},
        "by": {"anyOf": [{"type": "string", "description": "Who says so."}, {"type": "null"}]},
        "date": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "document": {
          "anyOf": [{"type": "string", "description": "The document it rests on."}, {"type": "null"}]
        },
        "recorded": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "unknown": {"type": "array", "items": {"$ref": "#/$defs/cause"}},
        "scale": {"description": "Decimals to print; 0 if absent.", "type": "integer"}
      },
      "required": ["fact", "value", "unit", "shown", "by", "date", "document", "recorded"],
      "additionalProperties": false,
      "if": {"properties": {"value": {"type": "null"}}},
      "then": {"required": ["unknown"]},
      "else": {"not": {"required": ["unknown"]}}
    },
    "value": {
      "description": "Truth values, numbers, texts and days (as strings) stand for themselves; a period is `{from, to}`, `to` null where it has no end; known to be absent is `{none: true}`; in a list or record an unknown is `{unknown: [causes]}`; a list of more than 100 elements is `{count, first}` with its first ten; other objects are records, field by field.",
      "anyOf": [
        {"type": ["boolean", "number", "string"]},
        {"type": "array", "items": {"$ref": "#/$defs/value"}},
        {
          "type": "object",
          "additionalProperties": {
            "anyOf": [
              {"$ref": "#/$defs/value"},
              {"type": "array", "items": {"$ref": "#/$defs/cause"}},
              {"type": "null"}
            ]
          }
        }
      ]
    },
    "distance": {
      "description": "From the fact to the nearest value of it that passes, on its step.",
      "type": "object",
      "properties": {
        "fact": {"type": "string"},
        "by": {
          "description": "0 just passes, positive is slack, negative shortfall.",
          "$ref": "#/$defs/number"
        },
        "unit": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "shown": {"description": "The amount without its sign.", "$ref": "#/$defs/text"},
        "too_high": {"description": "What passes lies below the fact.", "type": "boolean"}
      },
      "required": ["fact", "by", "unit", "shown", "too_high"],
      "additionalProperties": false
    },
    "remedy": {
      "description": "A least change after which no part fails.",
      "type": "object",
      "properties": {
        "gives": {"enum": ["pass", "undetermined"]},
        "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
        "requirements": {
          "description": "In words, where no single fact is to change.",
          "type": "array",
          "items": {"$ref": "#/$defs/text"}
        },
        "not_before": {
          "description": "The first day, where only time can mend it.",
          "anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]
        }
      },
      "required": ["gives", "changes", "requirements", "not_before"],
      "additionalProperties": false
    },
    "change": {
      "type": "object",
      "properties": {
        "fact": {"type": "string"},
        "from": {"$ref": "#/$defs/value"},
        "to": {"$ref": "#/$defs/value"},
        "unit": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "shown": {
          "type": "object",
          "properties": {
            "from": {"$ref": "#/$defs/text"},
            "to": {"$ref": "#/$defs/text"},
            "by": {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]}
          },
          "required": ["from", "to", "by"],
          "additionalProperties": false
        },
        "scale": {"type": "integer"}
      },
      "required": ["fact", "from", "to", "unit", "shown"],
      "additionalProperties": false
    },
    "score": {
      "type": "object",
      "properties": {
        "total": {"$ref": "#/$defs/points"},
        "points": {"description": "Of all blocks together.", "$ref": "#/$defs/number"},
        "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}},
        "bonus": {"anyOf": [{"$ref": "#/$defs/block"}, {"type": "null"}]},
        "deductions": {"anyOf": [{"$ref": "#/$defs/block"}, {"type": "null"}]},
        "passed": {
          "description": "The scheme's test of the points; null where it has none.",
          "anyOf": [{"$ref": "#/$defs/verdict"}, {"type": "null"}]
        },
        "pass_needs": {
          "description": "What is short of passing, at the least score.",
          "type": "array",
          "items": {"$ref": "#/$defs/shortfall"}
        },
        "tiers": {
          "description": "Best first.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {"type": "string"},
              "title": {"$ref": "#/$defs/text"},
              "reached": {"$ref": "#/$defs/verdict"}
            },
            "required": ["id", "title", "reached"],
            "additionalProperties": false
          }
        },
        "tier": {
          "description": "The best tier reached for sure; null if none, or if it is open.",
          "anyOf": [{"type": "string"}, {"type": "null"}]
        },
        "next_tier": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "next_needs": {
          "description": "What is short of the next tier, at the least score.",
          "type": "array",
          "items": {"$ref": "#/$defs/shortfall"}
        }
      },
      "required": [
        "total",
        "points",
        "blocks",
        "bonus",
        "deductions",
        "passed",
        "pass_needs",
        "tiers",
        "tier",
        "next_tier",
        "next_needs"
      ],
      "additionalProperties": false
    },
    "shortfall": {
      "type": "object",
      "properties": {
        "of": {"type": "string", "description": "`total` or a block."},
        "label": {"$ref": "#/$defs/text"},
        "by": {"$ref": "#/$defs/number"}
      },
      "required": ["of", "label", "by"],
      "additionalProperties": false
    },
    "points": {
      "description": "All that it may still be, both ends included; equal where it is decided.",
      "type": "object",
      "properties": {"low": {"$ref": "#/$defs/number"}, "high": {"$ref": "#/$defs/number"}},
      "required": ["low", "high"],
      "additionalProperties": false
    },
    "block": {
      "description": "A block of scored parts, the bonus or the deductions.",
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "title": {"$ref": "#/$defs/text"},
        "points": {"description": "At most.", "$ref": "#/$defs/number"},
        "earned": {"$ref": "#/$defs/points"},
        "left_out": {"type": "boolean"},
        "floor": {"description": "At least, to pass.", "$ref": "#/$defs/number"},
        "reached": {"$ref": "#/$defs/verdict"},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/scored_part"}}
      },
      "required": ["id", "title", "points", "earned", "left_out", "parts"],
      "additionalProperties": false
    },
    "scored_part": {
      "type": "object",
      "properties": {
        "path": {"type": "string", "description": "`block/part`."},
        "title": {"$ref": "#/$defs/text"},
        "cite": {"$ref": "#/$defs/citation"},
        "verdict": {
          "description": "pass: all there is to earn (or nothing taken away); fail: less.",
          "$ref": "#/$defs/verdict"
        },
        "points": {"description": "At most.", "$ref": "#/$defs/number"},
        "earned": {"description": "Of deductions: taken away.", "$ref": "#/$defs/points"},
        "left_out": {"type": "boolean"},
        "why": {"$ref": "#/$defs/text"},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause_of_node"}, "minItems": 1}
      },
      "required": ["path", "title", "cite", "verdict", "points", "earned", "left_out", "why"],
      "additionalProperties": false
    },
    "remark": {
      "type": "object",
      "properties": {
        "code": {"type": "string"},
        "facts": {"type": "array", "items": {"type": "string"}},
        "arguments": {"type": "array", "items": {"type": "string"}}
      },
      "required": ["code", "facts"],
      "additionalProperties": false
    },
    "pack": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "version": {"type": "string"},
        "hash": {
          "type": "string",
          "description": "SHA-256 over the sorted paths and bytes of the pack's files, without its tests."
        }
      },
      "required": ["id", "version", "hash"],
      "additionalProperties": false
    },
    "document": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "number": {"type": "string"},
        "title": {"$ref": "#/$defs/text"},
        "date": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "in_force": {
          "type": "object",
          "properties": {
            "from": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
            "to": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]}
          },
          "required": ["from", "to"],
          "additionalProperties": false
        }
      },
      "required": ["id", "number", "title", "date", "in_force"],
      "additionalProperties": false
    },
    "citation": {
      "description": "A place in a document: the id under `documents`, and the document's own numbering from the top.",
      "anyOf": [
        {
          "type": "object",
          "properties": {"document": {"type": "string"}, "clause": {"type": "string"}},
          "required": ["document", "clause"],
          "additionalProperties": false
        },
        {"type": "null"}
      ]
    },
    "verdict": {"enum": ["pass", "fail", "undetermined", "not_applicable"]},
    "number": {
      "description": "Exact: a JSON number with all its digits, or `\"1/3\"` where no decimal ends. Read it as a decimal, not as a double.",
      "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^-?[0-9]+/[0-9]+$"}]
    },
    "date": {
      "type": "string",
      "pattern": "^-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}$",
      "description": "A day, without time and zone."
    },
    "text": {
      "description": "A text for readers in Chinese and English; one of them may be empty.",
      "type": "object",
      "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
      "required": ["zh", "en"],
      "additionalProperties": false
    },
    "texts": {"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}}
  }
}
)json";

}  // namespace norma::report_detail

namespace norma {

NORMA_INLINE std::string_view report_schema() { return report_detail::schema_text; }

}  // namespace norma
