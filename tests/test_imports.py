"""The stages import right to left only, and no modules import each other in a loop."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
ORDER = ["crawler", "extract", "graph", "queries", "viewer", "netralitas"]


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {f"{node.module}.{a.name}" for a in node.names}
    return {name for name in found if name.split(".")[0] in ORDER}


def modules() -> dict[str, set[str]]:
    files = {p for stage in ORDER for p in (ROOT / stage).rglob("*.py")}
    named = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): imports(p) for p in files}
    return {name: {i for i in found if i in named and i != name} for name, found in named.items()}


def test_imports_run_right_to_left() -> None:
    rank = ORDER.index
    wrong = [(m, i) for m, found in modules().items() for i in found if rank(i.split(".")[0]) > rank(m.split(".")[0])]
    assert not wrong


def test_no_import_cycle() -> None:
    parents = {m: {i for i in found if not m.startswith(i + ".")} for m, found in modules().items()}
    TopologicalSorter(parents).prepare()
