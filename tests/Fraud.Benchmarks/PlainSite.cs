using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fraud.Benchmarks;

/// <summary>Listings of about 17 kB on loopback, forty to a list page; all bytes are made before the first request.</summary>
internal static class PlainSite
{
    private const int PerList = 40;
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 3000).Select(i => $"w{i * 7919 % 99991:x}")];

    public static async Task RunAsync(int port, int pages)
    {
        var answers = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var lists = (pages + PerList - 1) / PerList;
        for (var list = 0; list < lists; list++)
        {
            answers[$"/list/{list}"] = Encoding.UTF8.GetBytes(List(list, lists, pages));
        }

        for (var item = 0; item < pages; item++)
        {
            answers[$"/item/{item}"] = Encoding.UTF8.GetBytes(Item(item));
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context, answers));
        await app.StartAsync();
        Console.WriteLine($"site ready: {answers.Count} pages");
        await app.WaitForShutdownAsync();
    }

    private static async Task AnswerAsync(HttpContext context, Dictionary<string, byte[]> answers)
    {
        if (answers.TryGetValue(context.Request.Path.Value ?? "", out var body))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static string List(int list, int lists, int pages)
    {
        var items = Enumerable.Range(list * PerList, PerList).Where(i => i < pages).Select(i => $"<li><a href='/item/{i}'>{Words(new(i), 8)}</a></li>");
        var next = list + 1 < lists ? $"<a rel=next href='/list/{list + 1}'>next</a>" : "";
        return $"<!DOCTYPE html><html lang=en><head><title>list {list}</title></head><body><ul>{string.Join('\n', items)}</ul>{next}<p>{Words(new(list), 1800)}</p></body></html>";
    }

    private static string Item(int item)
    {
        var chance = new Random(item * 31);
        var title = Words(chance, 8);
        var paragraphs = string.Concat(Enumerable.Range(0, 24).Select(_ => $"<div class='row'><span>detail</span><p>{Words(chance, 90)}.</p></div>\n"));
        return $$"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{title}}</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"{{title}}","sku":"{{item}}","offers":{"@type":"Offer","price":"{{10 + (item % 90)}}.00","priceCurrency":"CNY","seller":{"@type":"Person","name":"seller {{item % 97}}"} } }</script>
            </head><body><nav><a href="/list/0">home</a> <a href="/list/{{item / PerList}}">back</a></nav><main><h1>{{title}}</h1>
            {{paragraphs}}</main></body></html>
            """;
    }

    private static string Words(Random chance, int count) => string.Join(' ', chance.GetItems(Vocabulary, count));
}
