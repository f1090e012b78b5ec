# SPDX-License-Identifier: Apache-2.0
# Thin: each stage is a preset of CMakePresets.json or a script.
# `make demo` and `make test` install what is missing on Debian 12.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Same objects in every clone and on every path: ccache answers across them.
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1
# … and in the locales that tests run in: those change messages alone.
export CCACHE_SLOPPINESS := locale
export LC_ALL := C.UTF-8
JOBS ?= $(shell nproc)

# Material beside the checkout, where there is some; tests that need it say so.
export NORMA_SOURCES ?= $(wildcard $(abspath ../shared/sources))
export NORMA_DOMAIN_FACTS ?= $(wildcard $(abspath ../shared/domain_facts.json))
export NORMA_FEEL_CASES ?= $(wildcard $(abspath ../shared/feel/tck_cases.json))

packages := g++ cmake ninja-build ccache libboost1.81-dev libfmt-dev libyaml-cpp-dev \
  nlohmann-json3-dev libcli11-dev libcsv-dev libsimdjson-dev catch2 librapidcheck-dev libpugixml-dev python3
test_packages := clang clang-format libclang-rt-14-dev binutils python3-venv locales
venv := build/venv
pip = $(venv)/bin/pip install -q --disable-pip-version-check
norma := build/release/bin/norma

demo_check := $(norma) check examples/facts/yongjiang_pump.yaml --pack rules/cn-zj \
  --as-of 2024-03-31
# The unit of the demo fails on two clauses: exit code 1 is what must come.
judge = $(1) || [ $$? = 1 ]

configure = cmake --preset $(1) --log-level=WARNING \
  -DPython3_EXECUTABLE=$(CURDIR)/$(venv)/bin/python

help: ## this list
	@grep -hE '^[a-z][a-z-]*:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

define install
missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null \
  | grep -q 'ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then \
  root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
  $$root apt-get update -qq </dev/null; \
  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
    --no-install-recommends $$missing </dev/null; \
fi
endef

deps: ## what building needs, from Debian (only what is missing)
	@$(call install,$(packages))

python-deps: deps ## what `pip install .` needs on top
	@$(call install,python3-dev python3-venv)

test-deps: deps $(venv)/ready ## what the tests need on top
	@$(call install,$(test_packages))
	@$(MAKE) -s build/locales/tr_TR.UTF-8 build/locales/zh_CN.GB18030

# Locales that tests run in: another case of i, another way to write characters.
build/locales/%:
	@mkdir -p build/locales
	localedef -i $(basename $*) -f $(patsubst .%,%,$(suffix $*)) $@

$(venv)/ready: tests/requirements.txt
	@$(call install,python3-venv)
	python3 -m venv $(venv)
	$(pip) -r $<
	touch $@

$(venv)/frames: bindings/python/tests/requirements.txt $(venv)/ready
	@$(MAKE) -s python-deps
	@$(call install,fonts-wqy-microhei openjdk-17-jre-headless)
	$(pip) -r $<
	touch $@

release dev asan tsan header-only: %: deps $(venv)/ready
	@[[ $@ != [at]san ]] || $(MAKE) -s test-deps
	$(call configure,$@)
	cmake --build --preset $@ -j $(JOBS) $(targets)

# The command, and a test of each module: what `make test` runs without a library.
header-only: targets = -t norma_cli norma_test_header_only

# The library's objects are those of the preset: ccache has them.
python: release $(venv)/frames ## the Python package, installed in build/venv
	CMAKE_BUILD_PARALLEL_LEVEL=$(JOBS) $(pip) --no-build-isolation --no-deps \
	  -C cmake.define.NORMA_WERROR=ON .

# Its tests, the examples in its documentation, and `pip install .` from a clean clone.
python-test: python
	$(venv)/bin/python -B -m pytest -q -n $(JOBS) --dist loadfile --doctest-modules \
	  --junitxml build/python/junit.xml --pyargs norma bindings/python/tests
	$(venv)/bin/python -B tests/package/python.py

test-spark: python ## long forms of the tests of Spark and DuckDB: more units, more workers killed
	$(venv)/bin/python -B -m pytest -q -m long bindings/python/tests

demo: deps $(venv)/ready ## build, judge a unit, write build/demo/report.html
	$(call configure,release)
	cmake --build --preset release -j $(JOBS) --target norma_cli
	@mkdir -p build/demo
	$(call judge,$(demo_check) --lang en)
	$(call judge,$(demo_check) --lang zh)
	@$(call judge,$(demo_check) --lang zh --format html -o build/demo/report.html)
	@echo "The same as a page: build/demo/report.html"

hostile: release ## all that a stranger may send (of what readers found `make test` sends a third)
	$(venv)/bin/python -B tests/hostile/run.py $(norma)

# Each target for so many seconds; what it finds that the corpus does not cover, and
# what breaks it, stays in build/asan/tests/fuzz/found. `make test` runs them among the
# tests with sanitizers.
TIME ?= 1200
fuzz: test-deps ## libFuzzer on all that is read, and against the oracle; TIME: seconds each
	$(call configure,asan) -DNORMA_FUZZ_SECONDS=$(TIME)
	cmake --build --preset fuzz -j $(JOBS)
	ctest --preset fuzz -j $(JOBS) --verbose

# What was run and what was skipped, in the stage's folder; shown at the end.
told = --output-junit junit.xml
stages := release asan tsan header-only python

elsewhere = LOCPATH=$(CURDIR)/build/locales PYTHONUTF8=1 LC_ALL=$(1) TZ=$(2)

test: test-deps release asan tsan header-only ## everything that CI checks
	@rm -f $(stages:%=build/%/junit.xml)
	$(call elsewhere,tr_TR.UTF-8,America/St_Johns) ctest --preset release -j $(JOBS) $(told)
	@grep -h 'pairs of a unit and a node' build/release/Testing/Temporary/LastTest.log
	$(call elsewhere,zh_CN.GB18030,Pacific/Kiritimati) ctest --preset asan -j $(JOBS) \
	  -LE 'policy|package|schema' $(told)
	ctest --preset tsan $(told)
	ctest --preset header-only -j $(JOBS) -R '^(unit.header_only|golden|rules|policy.headers)$$' $(told)
	@$(MAKE) -s python-test
	@$(venv)/bin/python -B tests/skipped.py $(stages:%=build/%/junit.xml)

golden: release ## record golden tests and documented output anew; review the diff
	build/release/tests/norma_message_catalogue > docs/messages.md
	build/release/bin/norma schema report > docs/report.schema.json
	for kind in pack facts parameters standard table scheme tests unit file; do \
	  $(norma) schema $$kind > docs/schemas/$$kind.schema.json; done
	NORMA_RECORD=1 build/release/tests/norma_test_load "every mistake is reported as recorded"
	NORMA_RECORD=1 build/release/tests/norma_test_batch "what is wrong with columns*"
	NORMA_RECORD=1 build/release/tests/norma_test_report "reports are rendered as recorded*"
	build/release/tests/norma_verdict_tables > docs/verdicts.md
	build/release/tests/norma_standard_pages > docs/standards.md
	build/release/tests/norma_standard_pages zh > docs/standards.zh.md
	$(venv)/bin/python tests/golden/run.py $(norma) --record
	$(venv)/bin/python tests/docs/run.py build/release g++ --record
	$(MAKE) -s python
	NORMA_RECORD=1 $(venv)/bin/python -B -m pytest -q bindings/python/tests/test_golden.py \
	  bindings/python/tests/test_excel.py -k recorded

conformance: release ## public cases of FEEL; TCK=DIR: a checkout of github.com/dmn-tck/tck
	@mkdir -p build/conformance
	build/release/tests/norma_feel_conformance --json build/conformance/feel.json \
	  --recorded tests/feel/figures.json $(if $(TCK),suite,sample) --explained docs/feel-conformance.md $(if $(TCK),'$(TCK)')
	@echo "The same as data: build/conformance/feel.json"

bench: release ## the figures of docs/performance.md
	@$(call install,libbenchmark-dev)
	cmake --preset release --log-level=WARNING
	cmake --build --preset release -j $(JOBS) -t norma_bench
	build/release/tests/bench/norma_bench --benchmark_repetitions=5 \
	  --benchmark_report_aggregates_only=true $(BENCH)
	$(venv)/bin/python -B tests/bench/process.py $(norma)
	$(venv)/bin/python -B tests/policy/umbrella.py $(or $(CXX),c++) include 1.3

bench-columns: release ## many units by columns, beside loops by hand; UNITS, ROUNDS
	cmake --build --preset release -j $(JOBS) -t norma_bench_columns
	build/release/tests/bench/norma_bench_columns $(or $(UNITS),4000000) $(or $(ROUNDS),9) \
	  build/bench-columns.csv

bench-plot: ## docs/performance.svg, of the figures of the last `make bench-columns`
	$(venv)/bin/python -B tests/bench/plot.py build/bench-columns.csv docs/performance.svg

# The libraries that it is compared with, in an environment of their own.
build/peers/ready: tests/bench/peers/requirements.txt
	@$(call install,python3-venv)
	python3 -m venv build/peers
	build/peers/bin/pip install -q --disable-pip-version-check -r $<
	touch $@

bench-peers: release build/peers/ready ## workload W beside Polars, PyArrow, pandas, NumPy, DuckDB, in memory and in the cache; UNITS, CACHED, ROUNDS
	build/peers/bin/pip install -q --disable-pip-version-check --no-build-isolation \
	  --no-deps -C build-dir=build/peers/norma .
	build/peers/bin/python -B tests/bench/peers/run.py --units $(or $(UNITS),2000000) \
	  --cached $(or $(CACHED),100000) --rounds $(or $(ROUNDS),9)

agreement: release ## 10^8 pairs of a unit and a node by columns and unit by unit, goes on where it stopped; PAIRS, SEED
	$(venv)/bin/python -B tests/batch/agreement.py build/release/tests/norma_test_batch \
	  --pairs $(or $(PAIRS),100000000) --seed $(or $(SEED),1) --processes $(JOBS)

oracle: release ## a million cases against the independent evaluator (CASES, SEED), 10,000 remedies
	$(venv)/bin/python -B tests/oracle/run.py build/release/tests/oracle/norma_oracle_engine \
	  --cases $(or $(CASES),1000000) --seed $(or $(SEED),1) --processes $(JOBS)
	RC_PARAMS='max_success=10000 seed=$(or $(SEED),1)' \
	  build/release/tests/norma_test_assess 'section 7: after each remedy*'

format: ## clang-format over the sources
	@$(call install,clang-format)
	git ls-files '*.hpp' '*.ipp' '*.cpp' | xargs clang-format -i

tidy: release ## clang-tidy over the sources
	@$(call install,clang-tidy)
	git ls-files 'src/*.cpp' | xargs clang-tidy -p build/release --quiet

# Small faults made in value and assess, one at a time: which do the tests not notice?
# MODULE, COUNT, SKIP (to go on with), SEED.
mutate: targets = -t norma_test_value norma_test_expr norma_test_assess \
  norma_test_report norma_oracle_engine
mutate: dev ## faults that the tests of value and assess miss; takes hours for many
	for module in $(or $(MODULE),value assess); do \
	  nice -n 15 $(venv)/bin/python -B tests/mutation/run.py build/dev $$module \
	    --count $(or $(COUNT),100) --skip $(or $(SKIP),0) --seed $(or $(SEED),1); done

# Each of these modules on its own; fails where fewer lines are run.
covered := value expr rule assess load
least_covered := 95
gcovr = $(venv)/bin/gcovr --root .

coverage: deps $(venv)/ready ## lines and branches run by the tests; pages in build/coverage/report
	$(call configure,coverage)
	cmake --build --preset coverage -j $(JOBS)
	find build/coverage -name '*.gcda' -delete
	ctest --preset coverage -j $(JOBS) -L '^(unit|golden|rules|feel|oracle)$$'
	@mkdir -p build/coverage/report
	$(gcovr) build/coverage -j $(JOBS) --filter include/norma/ --exclude-throw-branches \
	  --merge-mode-functions separate --json build/coverage/all.json --html-details build/coverage/report/index.html
	@low=; for module in $(covered); do echo "$$module:"; \
	  $(gcovr) -a build/coverage/all.json --filter include/norma/$$module/ --txt-summary \
	    --fail-under-line $(least_covered) | grep -E '^(lines|branches)' || low="$$low $$module"; \
	done; [ -z "$$low" ] || { echo "less than $(least_covered) % of the lines:$$low"; exit 1; }

.PHONY: help bench-plot fuzz hostile python python-deps python-test test-spark oracle deps test-deps release dev asan tsan header-only demo test golden conformance bench \
  bench-columns bench-peers agreement format tidy mutate coverage
