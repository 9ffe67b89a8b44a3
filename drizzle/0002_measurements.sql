CREATE TABLE "measurement" (
	"id" text PRIMARY KEY NOT NULL,
	"lab_id" text NOT NULL,
	"model_id" text NOT NULL,
	"run_id" text,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "worker" ADD COLUMN "kinds" text[];--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_lab_id_lab_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."lab"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_model_id_model_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."model"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "measurement_model" ON "measurement" USING btree ("model_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "measurement_run" ON "measurement" USING btree ("run_id");