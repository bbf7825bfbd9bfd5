namespace Fraud.Collect.Importing;

/// <summary>Brings in posts that came as files.</summary>
public interface IImporter
{
    /// <summary>Imports JSONL (.jsonl, .ndjson), WARC and WET (.warc, .wet, also .gz), an exported chat (.txt, .html, .json), a screenshot (.png, .jpg, …; needs tesseract) or a page (.html, .xml, …). A bad line or record is counted and passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">Source the posts carry where the file names none.</param>
    /// <param name="cancellationToken">Ends the import; what is stored stays.</param>
    Task<ImportReport> ImportAsync(string path, string source, CancellationToken cancellationToken);
}
