using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>What a person sees instead of a bare status code.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorPageModel(UiTexts texts, TimeProvider clock) : FraudPage(texts, clock)
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public string Key => Code is 400 or 403 or 404 or 429 ? $"error.{Code}" : "error.500";
}
