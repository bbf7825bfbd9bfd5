using Fraud.Cases;

namespace Fraud.Report.Formats;

/// <summary>One way to write confirmed cases. A new format is a class with this interface and a line in <see cref="ReportServices"/>.</summary>
public interface IReportFormat
{
    /// <summary>Name as given to --format: lower case, permanent.</summary>
    string Name { get; }

    /// <summary>Name of the file in the report folder.</summary>
    string FileName { get; }

    /// <summary>Writes the cases, which are read once, in order of confirmation. What it throws ends the report; nothing of it is then kept.</summary>
    /// <returns>How many records the file has; cases a format has no place for are left out.</returns>
    Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken);
}
