# The same commands for people, pre-commit and CI. `make site` and `make test` need git, make and
# Python 3.11 or newer; everything else they install themselves, below this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export NO_MKDOCS_2_WARNING := 1

.PHONY: $(shell grep -oE '^[a-z-]+:' $(firstword $(MAKEFILE_LIST)) | tr -d :)

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(VENV)/site-installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Install it, then run: make PYTHON=python3.11 site" if sys.version_info < (3, 11) else 0)'
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PIP) install --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/tools-installed: $(VENV)/site-installed requirements-tools.txt
	$(PIP) install --require-hashes --requirement requirements-tools.txt
	@touch $@

$(VENV)/dev-installed: $(VENV)/site-installed requirements-dev.txt
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@

site: $(VENV)/site-installed  ## Check the data, build all languages into site/ and prove them; ONLY=uk: one language into .build/uk
	@$(RUN) scripts/build_site.py $(if $(ONLY),--only "$(ONLY)" $(if $(OUT),--out "$(OUT)")) $(if $(HIDDEN),--hidden) $(if $(AS_OF),--as-of "$(AS_OF)")

release: $(VENV)/dev-installed  ## Build the committed state clean and pack it into release/: make release VERSION=0.2.0
	@$(RUN) scripts/build_site.py $(if $(AS_OF),--as-of "$(AS_OF)")
	@$(RUN) scripts/make_release.py "$(VERSION)"

rollback: $(VENV)/site-installed  ## Put the site of an earlier release into site/: make rollback RELEASE=folder
	@$(RUN) scripts/roll_back.py "$(RELEASE)" $(if $(BRING_BACK),--bring-back)

live: $(VENV)/site-installed  ## Look at a published site beside the one in site/: make live URL=https://seamark.example/
	@$(RUN) scripts/check_live.py "$(URL)"

serve: $(VENV)/site-installed  ## Live preview of one language: make serve ONLY=uk
	@ONLY="$(ONLY)" $(RUN) -m mkdocs serve --quiet --dev-addr 127.0.0.1:8000 --open

check: $(VENV)/site-installed  ## Check the data and the catalogues
	@$(RUN) scripts/check_data.py
	@$(RUN) scripts/update_translations.py --check

change: $(VENV)/site-installed  ## Tell what your change of data/ means for readers: make change BASE=origin/main
	@$(RUN) scripts/check_change.py --base "$(or $(BASE),origin/main)" $(if $(SUMMARY),--summary "$(SUMMARY)")

due: $(VENV)/site-installed  ## List the contacts that somebody should look at again
	@$(RUN) scripts/report_due.py

mutations: $(VENV)/dev-installed  ## Make 5,000 random edits of the country files and report who catches them (some minutes)
	@PYTHONPATH=scripts:tests $(RUN) tests/measures/mutations.py

check-languages: $(VENV)/dev-installed  ## Check that every text is in the language that it claims
	@$(RUN) scripts/check_languages.py

test: $(VENV)/dev-installed  ## Run all tests; get a Chromium when there is none
	@CHROMIUM="$$($(RUN) scripts/find_chromium.py --install)" && export CHROMIUM && \
		$(RUN) -m pytest --numprocesses auto --dist worksteal

test-quick: $(VENV)/dev-installed  ## Run the tests that need no browser
	@$(RUN) -m pytest --ignore tests/browser --numprocesses auto --dist worksteal

faults: $(VENV)/dev-installed  ## Plant small mistakes in the real files and count those that are caught
	@PYTHONPATH=scripts:tests $(RUN) -m faults

.audit/installed: scripts/audit/package.json
	@command -v npm >/dev/null || { echo "make audit needs npm, and Node 18 or newer. On Debian and Ubuntu: apt install nodejs npm"; exit 1; }
	@mkdir -p .audit && cp $< .audit/package.json
	@npm install --prefix .audit --no-package-lock --no-audit --no-fund --ignore-scripts --silent
	@touch $@

audit: $(VENV)/dev-installed .audit/installed  ## Measure the built site beside every limit (needs Node, Java and Chromium)
	@CHROMIUM="$$($(RUN) scripts/find_chromium.py --install)" && export CHROMIUM && $(RUN) -m pytest tests/measures
	@CHROMIUM="$$($(RUN) scripts/find_chromium.py --install)" && export CHROMIUM && $(RUN) scripts/audit_site.py site

lint: $(VENV)/dev-installed  ## Look for faults in the code without running it
	@$(BIN)/ruff check scripts tests
	@$(BIN)/ruff format --check scripts tests
	@$(BIN)/mypy

sources: $(VENV)/tools-installed  ## Look whether each contact still stands on its source's page (asks other people's servers)
	@$(RUN) scripts/check_sources.py --report .sources/report.md

measure-sources: $(VENV)/tools-installed  ## Measure the look at the sources beside its limits, on this machine alone
	@$(RUN) tests/measures/measure_sources.py

bench: $(VENV)/site-installed  ## Measure the build beside stock MkDocs and Hugo (an hour; on an idle machine)
	$(PIP) install --require-hashes --requirement bench/requirements.txt
	@$(RUN) bench/run.py

tools: $(VENV)/tools-installed  ## Install what the commands for editors need
	@echo "Ready. Begin with: $(RUN) scripts/edit_contact.py --help"

schema: $(VENV)/dev-installed  ## Make schemas, list of fields, issue forms and CODEOWNERS from models and countries
	@$(RUN) scripts/write_schemas.py

translations: $(VENV)/site-installed  ## Bring the catalogues in locale/ up to date
	@$(RUN) scripts/update_translations.py

requirements: $(VENV)/dev-installed  ## Pin requirements.in again, with hashes
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements-tools.txt requirements-tools.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements-dev.txt requirements-dev.in

clean:  ## Remove what was built and installed
	rm -rf site release parts .build .sources $(VENV)
