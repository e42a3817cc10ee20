"""The files of `docs/`: which pages there are, and what their front matter names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..problems import Place, Problem
from ..yamltext import Text, TextMap, YamlProblem, parse_yaml


@dataclass(frozen=True, kw_only=True)
class Stub:
    """One file of `docs/`: its front matter, or the problem for which that could not be read."""

    place: Place
    fields: TextMap
    problem: Problem | None = None

    def text(self, name: str) -> Text | None:
        """Return a field of the front matter if it is one text."""
        value = self.fields.get(Text(name))
        return value if isinstance(value, Text) else None


def read_stubs(root: Path) -> dict[str, Stub]:
    """Read the front matter of every `docs/**/*.md`; keys are paths without .md ("help/ee")."""
    docs = root / "docs"
    return {
        path.relative_to(docs).with_suffix("").as_posix(): _read(path, path.relative_to(root).as_posix())
        for path in sorted(docs.rglob("*.md"))
    }


def _read(path: Path, name: str) -> Stub:
    fields = TextMap()
    problem = None
    text = path.read_text("utf-8-sig")
    start, marker, rest = text.partition("---\n")
    front, end, _ = rest.partition("\n---\n")
    if not start and marker and end:
        try:
            # The first line is kept, so that lines are counted as in the file.
            tree = parse_yaml(f"\n{front}", name)
            fields = tree if isinstance(tree, TextMap) else fields
        except YamlProblem as error:
            problem = error.problem
    return Stub(place=Place(path=name), fields=fields, problem=problem)
