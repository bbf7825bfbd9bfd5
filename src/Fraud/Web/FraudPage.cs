using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fraud.Web;

/// <summary>What every page knows: its language, its words, the time and who is looking.</summary>
internal abstract class FraudPage(UiTexts texts, TimeProvider clock) : PageModel
{
    public UiTable T => field ??= texts.In(UiLanguage.Of(HttpContext));

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The signed-in account's name.</summary>
    public string Me => User.Identity?.Name ?? "";
}
