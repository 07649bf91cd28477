package org.fram.office;

import java.util.List;

/// What stands on one baseline, across the whole page.
record PdfRow(float baseline, List<PdfWord> words) {}
