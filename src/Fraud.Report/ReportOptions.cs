using System.ComponentModel.DataAnnotations;
using Fraud.Report.Formats;
using Fraud.Options;

namespace Fraud.Report;

/// <summary>Who reports, and who may read it.</summary>
public sealed class ReportOptions
{
    /// <summary>Name of the reporting organisation, 1 to 200 characters. Default "Unnamed installation".</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string Organisation { get; set; } = "Unnamed installation";

    /// <summary>Mail address where questions about a report are answered. Default report@fraud.invalid, which nobody reads: set it before a report leaves the house.</summary>
    [Required, EmailAddress, StringLength(254)]
    public string Contact { get; set; } = "report@fraud.invalid";

    /// <summary>Domain of the organisation, by which a receiver verifies it. Default fraud.invalid.</summary>
    [Required, RegularExpression(@"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}", MatchTimeoutInMilliseconds = OptionsGuard.NoTimeout)]
    public string Domain { get; set; } = "fraud.invalid";

    /// <summary>Traffic Light Protocol 2.0: Clear, Green, Amber, AmberStrict or Red. Default Amber: the receiver's organisation and its clients.</summary>
    public Tlp Tlp { get; set; } = Tlp.Amber;

    /// <summary>Whether somebody told us who reports.</summary>
    public bool IsNamed => !Domain.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);
}
