"""Writers: what was read and judged, in the forms that people and programs take."""
