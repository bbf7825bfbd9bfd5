using System.Globalization;
using Fraud.Collect;
using Fraud.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>How the sources are doing; a lead may pause and resume them.</summary>
[Authorize(Roles.Observer)]
internal sealed class SourcesPageModel(UiTexts texts, TimeProvider clock, ICrawlStore crawl, ICrawlControl control, CollectOptions options) : FraudPage(texts, clock)
{
    public IReadOnlyList<SourceLine> Lines { get; private set; } = [];

    public bool MayPause => User.HasRole(Accounts.AccountRole.Lead);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var known = (await crawl.ListHealthAsync(cancellationToken)).ToDictionary(h => h.Source, StringComparer.Ordinal);
        var configured = options.Sources.ToDictionary(s => s.Name, StringComparer.Ordinal);
        Lines = [.. known.Keys.Union(configured.Keys).Order(StringComparer.Ordinal)
            .Select(n => new SourceLine(known.GetValueOrDefault(n) ?? new() { Source = n }, configured.ContainsKey(n), configured.GetValueOrDefault(n)?.Enabled ?? false))];
    }

    public Task<IActionResult> OnPostPauseAsync(string? name, CancellationToken cancellationToken) => ChangeAsync(name, n => control.PauseAsync(n, Me, cancellationToken));

    public Task<IActionResult> OnPostResumeAsync(string? name, CancellationToken cancellationToken) => ChangeAsync(name, n => control.ResumeAsync(n, cancellationToken));

    /// <summary>The pace as people say it.</summary>
    public string Pace(SourceHealth health) =>
        health.Pace > TimeSpan.Zero ? T.Format("sources.pacevalue", health.Pace.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture)) : "";

    /// <summary>When its next page is due.</summary>
    public string Next(SourceLine line) => !line.Enabled || line.Health.PausedAt is not null || line.Health.NextAt is not { } at ? ""
        : at <= Now ? T["sources.duenow"]
        : at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private async Task<IActionResult> ChangeAsync(string? name, Func<string, Task> change)
    {
        if (!MayPause)
        {
            return Forbid();
        }

        if (options.Sources.Any(s => s.Name == name))
        {
            await change(name!);
        }

        return RedirectToPage();
    }
}
